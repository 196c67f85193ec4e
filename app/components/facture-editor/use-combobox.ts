import { type KeyboardEvent, useId, useState } from "react";

type Options = {
  readonly count: number;
  readonly onPick: (index: number) => void;
  /** The first choice is ready for Enter as soon as something is typed. */
  readonly startsOnFirst: boolean;
};

/**
 * The keyboard of a text field with a list under it (ARIA 1.2 combobox): ↓ and ↑ choose, Enter takes, Escape closes,
 * anything else types. The focus never leaves the field.
 */
export function useCombobox({ count, onPick, startsOnFirst }: Options) {
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const first = startsOnFirst ? 0 : -1;
  const active = Math.min(chosen ?? first, count - 1);
  const isShown = isOpen && count > 0;

  const open = () => setOpen(true);
  const close = () => {
    setOpen(false);
    setChosen(null);
  };
  const pick = (index: number) => {
    close();
    onPick(index);
  };

  /** @returns whether the key was for the list. */
  const onKey = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean => {
    if (altKey || ctrlKey || metaKey) return false;
    if (isShown) return onListKey(key);
    return key === "ArrowDown" && openOnFirst();
  };
  const onListKey = (key: string): boolean => {
    if (key === "ArrowDown") return choose(active + 1);
    if (key === "ArrowUp") return choose(active - 1);
    if (key === "Enter" && active >= 0) return done(() => pick(active));
    return key === "Escape" && done(close);
  };
  const done = (act: () => void) => {
    act();
    return true;
  };
  const choose = (index: number) => done(() => setChosen(Math.max(0, Math.min(index, count - 1))));
  const openOnFirst = () => {
    if (count === 0) return false;
    setOpen(true);
    return choose(0);
  };

  const optionId = (index: number) => `${listId}-${index}`;
  const inputProps = {
    role: "combobox" as const,
    "aria-expanded": isShown,
    "aria-controls": listId,
    "aria-autocomplete": "list" as const,
    "aria-activedescendant": isShown && active >= 0 ? optionId(active) : undefined,
    autoComplete: "off",
  };
  const optionProps = (index: number) => ({
    id: optionId(index),
    role: "option" as const,
    "aria-selected": index === active,
    onPointerDown: (event: { preventDefault: () => void }) => event.preventDefault(),
    onClick: () => pick(index),
  });
  return { isShown, listId, open, close, onKey, inputProps, optionProps };
}
