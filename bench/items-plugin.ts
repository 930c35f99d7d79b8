/**
 * What the benchmark asks: a record of ten properties, alone (Get) or as many of them as the selector Count says (Enumerate); with the
 * selector Kind=small a record of five, as large as the items that other servers were measured with. Kind=block keeps its thread busy for
 * three seconds.
 */
import { definePlugin, record } from "wsmanor/sdk";
import { benchUri } from "./bench-uri.js";

const thing = (number: number) =>
  record(benchUri, "Thing", {
    Name: `thing ${number}`, Caption: "a thing of the benchmark", Size: 123_456 + number, Free: null, State: "Running", Started: true, Path: "/usr/bin/thing", Owner: "nobody", Parent: number - 1, Tags: ["a", "b"],
  });

const small = (number: number) => record(benchUri, "Thing", { Id: number, Name: `thing ${number}`, State: "Running", Size: 123_456 + number, Started: true });

function* items(count: number, make: typeof thing): Generator<ReturnType<typeof thing>> {
  for (let number = 1; number <= count; number++) yield make(number);
}

const blocked = 3000;

function block(): void {
  const until = performance.now() + blocked;
  while (performance.now() < until);
}

export default definePlugin({
  declaration: { name: "bench", sdkVersion: 1, capabilities: ["Get", "Enumerate"] },
  operations: {
    get: ({ selectors }) => {
      if (selectors.get("Kind") === "block") block();
      return thing(1);
    },
    enumerate: ({ selectors }) => items(Number(selectors.get("Count") ?? "100"), selectors.get("Kind") === "small" ? small : thing),
  },
});
