import { type ReactNode, useEffect, useRef, useState } from "react";

type Props = {
  /** Inside the button. */
  readonly label: ReactNode;
  /** For assistive technology, when the label alone does not say. */
  readonly name: string;
  readonly className: string;
  /** Drawn once open; `close` puts the focus back on the button. */
  readonly children: (close: () => void) => ReactNode;
};

/** A button that opens a small panel under itself. Escape or a click beside closes it. */
export function Dropdown({ label, name, className, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!isOpen) return;
    place.current?.querySelector<HTMLElement>(".deroulant__panneau :is(input, button)")?.focus();
    const onPointer = ({ target }: PointerEvent) => {
      if (!place.current?.contains(target as Node)) setOpen(false);
    };
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener("pointerdown", onPointer);
    document.addEventListener("keydown", onEscape, true);
    return () => {
      document.removeEventListener("pointerdown", onPointer);
      document.removeEventListener("keydown", onEscape, true);
    };
  }, [isOpen]);
  return (
    <div className="deroulant" ref={place}>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={name}
        aria-expanded={isOpen}
        title={name}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
      </button>
      {isOpen && (
        <fieldset className="menu deroulant__panneau">
          <legend className="vh">{name}</legend>
          {children(close)}
        </fieldset>
      )}
    </div>
  );
}
