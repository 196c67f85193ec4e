import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import type { Passkey } from "#db/control/schema/passkeys";
import { Refusal } from "#server/domain/refusal";

export type Registration = RegistrationResponseJSON;
export type Assertion = AuthenticationResponseJSON;

/** Loaded when somebody first uses a passkey: it brings a library of certificates with it. */
const library = () => import("@simplewebauthn/server");

/** The site keys are made for: fixed by the configuration, never by the request (WebAuthn §13.4.9). */
const siteOf = (appOrigin: string) => ({
  rpID: new URL(appOrigin).hostname,
  origin: new URL(appOrigin).origin,
});

/** As the device names it, and how it may be reached. */
type Known = Pick<Passkey, "credentialId" | "transports">;
const knownKeys = (keys: readonly Known[]) =>
  keys.map(({ credentialId: id, transports }) => ({ id, transports: transports as Transports }));
type Transports = NonNullable<RegistrationResponseJSON["response"]["transports"]>;

type NewKey = {
  readonly appOrigin: string;
  readonly challenge: string;
  readonly user: { readonly id: string; readonly email: string; readonly displayName: string };
  /** Those the person has: the same device is not registered twice. */
  readonly known: readonly Known[];
};

/** What a browser needs to make a key. It must be found without a name and must check who holds the device. */
export async function registrationOptions({
  appOrigin,
  challenge,
  user,
  known,
}: NewKey): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    rpName: "FacturePro",
    rpID: siteOf(appOrigin).rpID,
    userID: new Uint8Array(Buffer.from(user.id, "hex")),
    userName: user.email,
    userDisplayName: user.displayName,
    challenge: new Uint8Array(Buffer.from(challenge, "base64url")),
    timeout: 300_000,
    attestationType: "none",
    excludeCredentials: knownKeys(known),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

/** What a browser needs to use a key. @param known empty: any key of the site, which says whose it is */
export async function assertionOptions(
  appOrigin: string,
  challenge: string,
  known: readonly Known[],
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    rpID: siteOf(appOrigin).rpID,
    challenge: new Uint8Array(Buffer.from(challenge, "base64url")),
    timeout: 300_000,
    userVerification: "required",
    ...(known.length > 0 && { allowCredentials: knownKeys(known) }),
  });
}

/** The key a device has just made. @throws Refusal PASSKEY_REFUSED */
export async function checkRegistration(
  appOrigin: string,
  challenge: string,
  response: Registration,
): Promise<Pick<Passkey, "credentialId" | "publicKey" | "counter" | "transports">> {
  const { verifyRegistrationResponse } = await library();
  const { rpID, origin } = siteOf(appOrigin);
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
  }).catch(refuse);
  if (!checked.verified) throw new Refusal("PASSKEY_REFUSED");
  const { id, publicKey, counter, transports = [] } = checked.registrationInfo.credential;
  return {
    credentialId: id,
    publicKey: Buffer.from(publicKey).toString("base64url"),
    counter,
    transports: [...transports],
  };
}

/** Whether the holder of `key` signed the challenge. @returns its new counter. @throws Refusal PASSKEY_REFUSED */
export async function checkAssertion(
  appOrigin: string,
  challenge: string,
  { response, key }: { readonly response: Assertion; readonly key: Passkey },
): Promise<number> {
  const { verifyAuthenticationResponse } = await library();
  const { rpID, origin } = siteOf(appOrigin);
  const checked = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    credential: {
      id: key.credentialId,
      publicKey: new Uint8Array(Buffer.from(key.publicKey, "base64url")),
      counter: key.counter,
    },
  }).catch(refuse);
  if (!checked.verified) throw new Refusal("PASSKEY_REFUSED");
  return checked.authenticationInfo.newCounter;
}

/** The library says in English what of the device's answer is wrong: nobody but an attacker would profit from it. */
const refuse = (): never => {
  throw new Refusal("PASSKEY_REFUSED");
};
