import { LangueChoice } from "../langue-choice";

/** Foot of the pages anybody may read. */
export function PublicFooter() {
  return (
    <footer className="porte-p">
      <LangueChoice />
    </footer>
  );
}
