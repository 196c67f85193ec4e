import { useState, useSyncExternalStore } from "react";
import { type Failure, failureOf } from "./trpc";

const never = () => () => {};
const canUsePasskeys = () => "PublicKeyCredential" in window;

type Library = typeof import("@simplewebauthn/browser");
/** What went wrong: at the server, or at the device, where the person may simply have given up. */
export type PasskeyFailure = Failure | "device" | null;

/** Passkeys in this browser: none without JavaScript, nor in an old one. The library comes at the first use. */
export function usePasskeys() {
  const isAvailable = useSyncExternalStore(never, canUsePasskeys, () => false);
  const [failure, setFailure] = useState<PasskeyFailure>(null);

  const attempt = async (ceremony: (library: Library) => Promise<void>) => {
    setFailure(null);
    try {
      await ceremony(await import("@simplewebauthn/browser"));
    } catch (error) {
      const isDevices =
        error instanceof Error && /NotAllowed|Abort|WebAuthn|InvalidState/.test(error.name);
      setFailure(isDevices ? "device" : failureOf(error));
    }
  };
  return { isAvailable, failure, attempt };
}
