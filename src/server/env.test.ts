import { expect, test } from "bun:test";
import { EnvError, parseEnv } from "./env";

const problemsOf = (source: Record<string, string>): string[] => {
  try {
    parseEnv(source);
    return [];
  } catch (error) {
    if (error instanceof EnvError) return error.message.split("\n").map((line) => line.split(":")[0]!);
    throw error;
  }
};

test("a start without any setting is a trial on port 3000", () => {
  const env = parseEnv({ PORT: "", APP_URL: "" });
  expect([env.PORT, env.APP_URL, env.JWT_EXPIRY, env.DATA_DIR]).toEqual([3000, undefined, 900, ".deftmail"]);
});

test("every wrong value is named at once", () => {
  const wrong = {
    PORT: "99999",
    DATABASE_URL: "mysql://x",
    JWT_SECRET: "short",
    JWT_EXPIRY: "soon",
    FROM_EMAIL: "nobody",
  };
  expect(problemsOf(wrong)).toEqual(["PORT", "DATABASE_URL", "JWT_SECRET", "JWT_EXPIRY", "FROM_EMAIL"]);
});

test("production does not start with a secret or a service that was made up", () => {
  expect(problemsOf({ NODE_ENV: "production" })).toEqual([
    ...["APP_URL", "DATABASE_URL", "REDIS_URL", "JWT_SECRET", "MASTER_KEY", "STALWART_URL", "STALWART_API_KEY"],
    ...["ENGINE_HOOK_KEY", "SMTP_URL", "FROM_EMAIL"],
  ]);
});

test("webhooks to this machine itself are for trying out, never for production", () => {
  expect(problemsOf({ LOOPBACK_TARGETS: "true" })).toEqual([]);
  expect(problemsOf({ NODE_ENV: "production", LOOPBACK_TARGETS: "true" })).toContain("LOOPBACK_TARGETS");
});

test("a mail server without its key is refused", () => {
  expect(problemsOf({ STALWART_URL: "http://mail:8080" })).toEqual(["STALWART_API_KEY"]);
});

test("a provider that is set by halves stops the start, and says what is missing", () => {
  expect(problemsOf({ GOOGLE_CLIENT_ID: "id" })).toEqual(["GOOGLE_CLIENT_SECRET"]);
  expect(problemsOf({ OIDC_ISSUER: "https://id.example.org" })).toEqual(["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"]);
  expect(problemsOf({ GITHUB_CLIENT_SECRET: "s" })).toEqual(["GITHUB_CLIENT_ID"]);
  const whole = { OIDC_ISSUER: "https://id.example.org/realm", OIDC_CLIENT_ID: "id", OIDC_CLIENT_SECRET: "s" };
  expect(problemsOf(whole)).toEqual([]);
  expect(problemsOf({ ...whole, OIDC_ISSUER: "http://id.example.org" })).toEqual(["OIDC_ISSUER"]);
});

test("other sites are named exactly or not at all", () => {
  expect(problemsOf({ CORS_ORIGINS: "https://app.example.org,http://localhost:5173" })).toEqual([]);
  for (const loose of ["*", "null", "https://app.example.org/", "https://*.example.org/x", "app.example.org"])
    expect([loose, problemsOf({ CORS_ORIGINS: loose })]).toEqual([loose, ["CORS_ORIGINS.0"]]);
});
