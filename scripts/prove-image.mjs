/**
 * node scripts/prove-image.mjs — run the steps of scripts/Dockerfile without a Docker engine: the same copies and commands, each
 * stage in a clean folder; then start what came out, ask both health checks, save a backup with the image's own script, stop.
 */
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const root = path.join(import.meta.dirname, "..");
const ground = mkdtempSync(path.join(tmpdir(), "facturepro-image-"));
const data = path.join(ground, "data");

/** The context Docker would get: what git tracks, less what the ignore file names. */
function openContext() {
  const context = path.join(ground, "context");
  mkdirSync(context);
  const archive = execFileSync("git", ["archive", "HEAD"], { cwd: root, maxBuffer: 2 ** 30 });
  execFileSync("tar", ["-x", "-C", context], { input: archive });
  const ignored = readFileSync(path.join(root, "scripts/Dockerfile.dockerignore"), "utf8").split(
    "\n",
  );
  for (const name of ignored.filter(Boolean))
    rmSync(path.join(context, name), { recursive: true, force: true });
  return context;
}

/** One stage's folder stands for its `/app`; what only a container has (its user, its volume) is left out. */
function runStages(context) {
  const stages = {};
  const env = { ...process.env };
  let here = "";
  let main = [];
  const steps = {
    cmd(rest) {
      main = /exec node (.+)"\]$/.exec(rest)[1].split(" ");
    },
    from(rest) {
      const name = / AS (\w+)$/.exec(rest)?.[1] ?? "final";
      here = path.join(ground, name);
      stages[name] = here;
      mkdirSync(here);
    },
    env(rest) {
      for (const pair of rest.split(" ")) {
        const [name, value] = pair.split("=");
        env[name] = value;
      }
    },
    copy: (rest) => copy(rest, context, stages, here),
    run(rest) {
      if (rest.startsWith("mkdir /data")) return;
      console.log(`RUN ${rest}`);
      // The cache of this machine is not the image's to clean.
      const command = rest.replace(" && npm cache clean --force", "");
      execFileSync("sh", ["-c", command], { cwd: here, env, stdio: "inherit" });
    },
  };
  for (const line of readFileSync(path.join(root, "scripts/Dockerfile"), "utf8").split("\n")) {
    const [, word, rest] = /^([A-Z]+) (.+)$/.exec(line) ?? [];
    steps[word?.toLowerCase()]?.(rest);
  }
  return { image: stages.final, main };
}

function copy(rest, context, stages, here) {
  const from = /^--from=(\w+) /.exec(rest)?.[1];
  const words = rest.replace(/^--from=\w+ /, "").split(" ");
  const target = path.join(here, words.at(-1));
  for (const word of words.slice(0, -1)) {
    const source = from
      ? path.join(stages[from], word.replace("/app/", ""))
      : path.join(context, word);
    const isFolder = words.length > 2 || word === ".";
    cpSync(source, isFolder && word !== "." ? path.join(target, word) : target, {
      recursive: true,
    });
  }
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

async function prove({ image, main }) {
  const port = await freePort();
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: "production",
    DATA_DIR: data,
    HOST: "127.0.0.1",
    PORT: String(port),
  };
  const half = spawn(process.execPath, main, {
    cwd: image,
    env: { ...env, APP_MODE: "production" },
    stdio: "ignore",
  });
  const refused = await new Promise((resolve) => half.once("exit", resolve));
  if (refused !== 1) throw new Error("a half-configured production started");

  const server = spawn(process.execPath, main, {
    cwd: image,
    env: { ...env, APP_MODE: "demo" },
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  try {
    for (const place of ["/sante/pret", "/sante", "/connexion"])
      await answers(`http://127.0.0.1:${port}${place}`);
    execFileSync(process.execPath, ["build/backup.js"], { cwd: image, env, stdio: "inherit" });
    execFileSync(process.execPath, ["build/restore.js", "--rehearse"], {
      cwd: image,
      env,
      stdio: "inherit",
    });
  } finally {
    server.kill("SIGTERM");
  }
  const code = await ended;
  if (code !== 0) throw new Error(`stopped with ${code}`);
}

async function answers(url) {
  for (let tries = 0; tries < 240; tries++) {
    const status = await fetch(url).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return console.log(`200 ${url}`);
    await sleep(500);
  }
  throw new Error(`${url} does not answer`);
}

try {
  await prove(runStages(openContext()));
  console.log("the image's steps hold");
} finally {
  rmSync(ground, { recursive: true, force: true });
}
