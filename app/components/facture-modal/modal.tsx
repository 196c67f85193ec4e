import { type ReactNode, useEffect, useId, useRef } from "react";

type Props = {
  readonly title: string;
  readonly children: ReactNode;
  /** Escape, or a click beside it. */
  readonly onClose: () => void;
};

/**
 * The browser's own dialog: focus held inside, Escape, inert page behind. Rendered open by the server, so that without
 * JavaScript it is a panel of the page.
 */
export function Modal({ title, children, onClose }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = element.current;
    if (!dialog || dialog.matches(":modal")) return;
    const before = document.activeElement;
    dialog.close();
    dialog.showModal();
    return () => {
      dialog.close();
      // Gone from the page by now, it gives the focus back to nobody.
      const isLost = document.activeElement === document.body;
      if (isLost && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way; the click is beside the dialog.
    <dialog
      ref={element}
      open
      className="dialogue dialogue--modale"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}
