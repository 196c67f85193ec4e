import { issue, openPieces, pieces } from "../a-base.ts";

/** Issues pieces in the file `argv[2]` for ever, eight at a time, and prints each number once it is acknowledged. */
const base = await openPieces(process.argv[2] ?? "");
process.stdout.write("ready\n");
for (let n = 0; ; n++) {
  await Promise.all(
    Array.from({ length: 8 }, async (_, i) => {
      const id = `${process.argv[3]}${n}-${i}`;
      const rang = await base.write(async (tx) => {
        await tx.insert(pieces).values({ id });
        return issue(tx, id);
      });
      process.stdout.write(`issued ${rang}\n`);
    }),
  );
}
