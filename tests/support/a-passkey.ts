import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { passkeys } from "#db/control/schema/passkeys";
import { newId } from "#server/id";
import { type Service, serviceOrigin } from "./a-service.ts";

const sha256 = (data: Buffer | string) => createHash("sha256").update(data).digest();

/** CBOR of an elliptic key of P-256 as devices give it (RFC 9053 §7.1.1). */
const coseKey = (x: Buffer, y: Buffer) =>
  Buffer.concat([
    Buffer.from("a501020326200121", "hex"),
    ...[Buffer.from("5820", "hex"), x, Buffer.from("225820", "hex"), y],
  ]);

/** A device somebody has registered: signs the challenges it is given, as a browser would pass them on. */
export async function aPasskey({ doors }: Service, userId: string) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const key = coseKey(Buffer.from(x, "base64url"), Buffer.from(y, "base64url"));
  const id = randomBytes(16).toString("base64url");
  await doors.control.write((tx) =>
    tx.insert(passkeys).values({
      ...{ id: newId(), credentialId: id, userId, nom: "Téléphone", counter: 0, createdAt: 0 },
      publicKey: key.toString("base64url"),
    }),
  );
  return {
    /** What the person's touch makes of it: present and recognised by the device. */
    sign(challenge: string) {
      const told = { type: "webauthn.get", challenge, origin: serviceOrigin };
      const clientData = Buffer.from(JSON.stringify(told));
      const flags = Buffer.from([0x05, 0, 0, 0, 1]);
      const authenticator = Buffer.concat([sha256(new URL(serviceOrigin).hostname), flags]);
      const signed = sign("sha256", Buffer.concat([authenticator, sha256(clientData)]), privateKey);
      return {
        ...{ id, rawId: id, type: "public-key" as const, clientExtensionResults: {} },
        response: {
          clientDataJSON: clientData.toString("base64url"),
          authenticatorData: authenticator.toString("base64url"),
          signature: signed.toString("base64url"),
        },
      };
    },
  };
}
