import { Command } from "cmdk";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Matched } from "../matched";

type Props = {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly detail: string;
  readonly typed: string;
  /** Where it leads; absent for an act. */
  readonly to?: string;
  readonly id: string;
  readonly onChoose: () => void;
  readonly children?: ReactNode;
};

export function PaletteEntry(props: Props) {
  const { icon: Icon, name, detail, typed, to, id, onChoose, children } = props;
  return (
    <Command.Item value={id} onSelect={onChoose} data-vers={to}>
      <Icon className="ic" aria-hidden />
      <span className="palette__nom">
        <Matched text={name} typed={typed} /> <span className="doux">{detail}</span>
      </span>
      {children}
    </Command.Item>
  );
}
