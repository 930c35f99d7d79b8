/** What the benchmark asks: a record of ten properties, alone (Get) or as many of them as the selector Count says (Enumerate). */
import { definePlugin, record } from "wsmanor/sdk";

export const benchUri = "urn:wsmanor:bench";

const thing = (number: number) =>
  record(benchUri, "Thing", {
    Name: `thing ${number}`, Caption: "a thing of the benchmark", Size: 123_456 + number, Free: null, State: "Running", Started: true, Path: "/usr/bin/thing", Owner: "nobody", Parent: number - 1, Tags: ["a", "b"],
  });

function* things(count: number): Generator<ReturnType<typeof thing>> {
  for (let number = 1; number <= count; number++) yield thing(number);
}

export default definePlugin({
  declaration: { name: "bench", sdkVersion: 1, capabilities: ["Get", "Enumerate"] },
  operations: {
    get: () => thing(1),
    enumerate: ({ selectors }) => things(Number(selectors.get("Count") ?? "100")),
  },
});
