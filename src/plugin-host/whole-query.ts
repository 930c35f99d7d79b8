import { lastSegment } from "../base/last-segment.js";
import type { ClassDefinition } from "../base/class-definition.js";
import type { EnumerateRequest } from "../sdk/operation-request.js";

type Request = Omit<EnumerateRequest, "signal">;

/** A plug-in that leaves filters to the host is told which class is meant also when there is no filter: then by the resource URI. */
export function wholeQuery(request: Request, classes: readonly ClassDefinition[]): Request {
  if (request.filter !== undefined || request.query !== undefined) return request;
  const last = lastSegment(request.resourceUri);
  const wanted = last.toLowerCase();
  const className = classes.find(({ name }) => name.toLowerCase() === wanted)?.name ?? last;
  return { ...request, query: { className, properties: undefined, equals: nothing } };
}

const nothing: ReadonlyMap<string, string> = new Map();
