import { CircleCheck, X } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../button";
import { currentToasts, dismissToast, onToasts, type Toast } from "./toast-store";

/** Long enough to read and to take back; it stays under the pointer or the focus (WCAG 2.2.1). */
const shownMs = 8_000;

const none: readonly Toast[] = [];

/** The corner where what was done is said. There before it speaks, for screen readers. */
export function Toasts() {
  const toasts = useSyncExternalStore(onToasts, currentToasts, () => none);
  return (
    <div className="annonces" role="status">
      {toasts.map((toast) => (
        <Shown key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function Shown({ toast: { id, text, undo } }: { readonly toast: Toast }) {
  const { t } = useTranslation("listes");
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(dismissToast, shownMs, id);
    return () => clearTimeout(timer);
  }, [id, isHeld]);
  const hold = { onMouseEnter: () => setHeld(true), onMouseLeave: () => setHeld(false) };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done by it, it only stays while one reads.
    <div className="annonce" {...hold} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      <CircleCheck className="ic" aria-hidden />
      <p>{text}</p>
      {undo && (
        <Button
          look="discret"
          small
          onClick={() => {
            dismissToast(id);
            undo.act();
          }}
        >
          {undo.label}
        </Button>
      )}
      <Button look="discret" small icon aria-label={t("fermer")} onClick={() => dismissToast(id)}>
        <X className="ic" aria-hidden />
      </Button>
    </div>
  );
}
