import { initials } from "#server/domain/initials";

/** A person, by their initials. The name is written beside it. */
export const Avatar = ({ name }: { name: string }) => (
  <span className="avatar" aria-hidden>
    {initials(name)}
  </span>
);
