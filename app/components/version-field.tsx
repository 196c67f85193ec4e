import { useState } from "react";

type Props = { readonly name: string; readonly id: string; readonly version: number };

/**
 * Which thing a form changes, and the version the person saw when it opened. A colleague's change arriving live does
 * not move it: saving over it must be refused.
 */
export function VersionField({ name, id, version }: Props) {
  const [seen] = useState(version);
  return (
    <>
      <input type="hidden" name={name} value={id} />
      <input type="hidden" name="version" value={seen} />
    </>
  );
}
