type Props = { readonly label: string; readonly isSelected: boolean };

/** The rows' one handler ticks: see `useSelection`. */
const heard = () => {};

/** The box of a row; without JavaScript there is nothing to do with several rows, and style hides it. */
export const ChoiceCell = ({ label, isSelected }: Props) => (
  <td className="c-choix">
    <input
      type="checkbox"
      className="case"
      data-choix=""
      aria-label={label}
      checked={isSelected}
      onChange={heard}
    />
  </td>
);

type HeadProps = {
  readonly label: string;
  readonly isWhole: boolean;
  readonly isPart: boolean;
  readonly onToggle: () => void;
};

/** The box of the heading: every row on screen. */
export const ChoiceHead = ({ label, isWhole, isPart, onToggle }: HeadProps) => (
  <th scope="col" className="c-choix">
    <input
      type="checkbox"
      className="case"
      aria-label={label}
      checked={isWhole}
      ref={(box) => {
        if (box) box.indeterminate = isPart;
      }}
      onChange={onToggle}
    />
  </th>
);
