import { expect, test } from "vitest";
import { EnvError, parseEnv } from "#server/env";

const secret = `k1:${"A".repeat(43)}`;
const production = {
  APP_MODE: "production",
  APP_ORIGIN: "https://facturepro.example",
  APP_SECRET: secret,
  SMTP_URL: "smtps://user:pass@smtp.example",
  STRIPE_SECRET_KEY: "sk_live_x",
  STRIPE_WEBHOOK_SECRET: "whsec_x",
};

const wrong: readonly (readonly [string, string])[] = [
  ["APP_MODE", "prod"],
  ["PORT", "http"],
  ["PORT", "70000"],
  ["PORT", "-1"],
  ["PORT", "80.5"],
  ["APP_ORIGIN", "facturepro.example"],
  ["APP_ORIGIN", "ftp://facturepro.example"],
  ["APP_ORIGIN", "https://facturepro.example/app"],
  ["APP_ORIGIN", "https://facturepro.example/?a=1"],
  ["APP_ORIGIN", "https://nom:passe@facturepro.example"],
  ["APP_ORIGIN", "javascript:alert(1)"],
  ["APP_SECRET", "secret"],
  ["APP_SECRET", "k1:trop-court"],
  ["APP_SECRET", `${secret},k0`],
  ["STRIPE_API_BASE", "stripe"],
  ["SMTP_URL", "https://smtp.example"],
  ["SMTP_URL", "smtp.example"],
  ["TENANT_DATABASES", "turso"],
];

test.for(wrong)("%s=%s is refused by its name", ([name, value]) => {
  expect(() => parseEnv({ [name]: value })).toThrow(EnvError);
  expect(() => parseEnv({ [name]: value })).toThrow(new RegExp(`^${name}: `));
});

test("a refused value is not repeated: it may be a secret", () => {
  const refusal = (source: Record<string, string>) => {
    try {
      parseEnv(source);
      return "";
    } catch (error) {
      return String(error);
    }
  };
  expect(refusal({ APP_SECRET: "motdepasse" })).not.toContain("motdepasse");
  expect(refusal({ SMTP_URL: "http://user:motdepasse@x" })).not.toContain("motdepasse");
});

test("nothing is needed for the demonstration", () => {
  expect(parseEnv({})).toMatchObject({
    APP_MODE: "demo",
    HOST: "127.0.0.1",
    PORT: 3000,
    APP_ORIGIN: "http://localhost:3000",
    TENANT_DATABASES: "file",
  });
  expect(parseEnv({ PORT: "8080" }).APP_ORIGIN).toBe("http://localhost:8080");
  expect(parseEnv({ APP_ORIGIN: "", SMTP_URL: "" })).toMatchObject({
    APP_ORIGIN: "http://localhost:3000",
  });
});

test("an origin is compared as browsers write it", () => {
  const of = (APP_ORIGIN: string) => parseEnv({ APP_ORIGIN }).APP_ORIGIN;
  expect(of("HTTPS://FacturePro.Example/")).toBe("https://facturepro.example");
  expect(of("https://facturepro.example:443")).toBe("https://facturepro.example");
});

test("production starts with everything it needs", () => {
  expect(parseEnv(production).APP_MODE).toBe("production");
});

test.for(["APP_SECRET", "SMTP_URL", "STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET"])(
  "production is refused without %s",
  (name) => {
    for (const value of [undefined, ""])
      expect(() => parseEnv({ ...production, [name]: value })).toThrow(`${name}: required`);
  },
);

test.for([undefined, "http://facturepro.example", "http://localhost:3000"])(
  "production is refused at %s",
  (origin) => {
    expect(() => parseEnv({ ...production, APP_ORIGIN: origin })).toThrow(/^APP_ORIGIN: .*https/);
  },
);
