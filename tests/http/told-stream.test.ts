import { expect, test } from "vitest";
import { createTelling } from "#server/http/told-stream";

const start = createTelling((data) => ({ json: data }));
const fact = { id: 7, kind: "facture.issued", entityId: "f" } as const;
const written = 'data: {"json":{"id":7,"kind":"facture.issued","entityId":"f"}}\nid: 7\n\n';

/** A stream given line by line, as tRPC does, with a hand on when. */
function aStream() {
  const lines = new TransformStream<Uint8Array, Uint8Array>();
  const writer = lines.writable.getWriter();
  return {
    body: lines.readable,
    say: (line: string) => writer.write(new TextEncoder().encode(line)),
    end: () => writer.close(),
    breakOff: (cause: Error) => writer.abort(cause),
  };
}

const opening = "event: connected\ndata: {}\n\n";

test("a fact is written as tRPC writes what it tracks, and never between two lines of an event", async () => {
  const { body, say, end } = aStream();
  const { tell, over } = start();
  const answer = new Response(over(body)).text();
  tell(fact);
  await say(opening);
  await say("event: ping\n");
  tell(fact);
  await say("data: \n");
  await say("\n\n");
  await end();
  tell(fact);
  expect(await answer).toBe(`${opening}${written}${written}event: ping\ndata: \n\n\n`);
});

test("the streams of a société are each told, and one that left keeps nobody waiting", async () => {
  const [one, other] = [aStream(), aStream()];
  const [first, second] = [start(), start()];
  const left = first.over(one.body);
  const answer = new Response(second.over(other.body)).text();
  await left.cancel();
  await other.say(opening);
  first.tell(fact);
  second.tell(fact);
  await other.end();
  expect(await answer).toBe(`${opening}${written}`);
});

test("a stream that broke breaks", async () => {
  const { body, breakOff } = aStream();
  const { over } = start();
  const answer = new Response(over(body)).text();
  await breakOff(new Error("cut")).catch(() => undefined);
  await expect(answer).rejects.toThrow("cut");
});
