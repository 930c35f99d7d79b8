import type { HostResponse } from "../../base/host-message.js";
import type { RequestContext } from "../../base/request-context.js";

/** The cookie by which clients stay with one node (MS-WSMV 2.2.1): set by the server, sent back by the client. */
const cookieName = "MS-WSMAN";

/** Of a signed id: version 8 (RFC 9562 5.8), and the node's mark in its last eight digits. */
const signed = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{4}([0-9a-f]{8})$/iu;

const nodeName = /^[\w.-]{1,64}$/u;

/**
 * One of several hosts behind a load balancer. Shells and enumerations are on the node that opened them. Their ids, where the host makes
 * them, stay GUIDs and tell that node by themselves. An id that a client proposes is kept as it is, because clients insist on theirs;
 * there the cookie tells, which came with the answer to whoever opened it.
 */
export class Farm {
  readonly #node: string;
  readonly #mark: string;
  /** Of those that are known by name. */
  readonly #names: ReadonlyMap<string, string>;
  readonly #path: string;

  /** @param path of the application, for which the cookie holds */
  constructor({ node, nodes }: { readonly node: string; readonly nodes: readonly string[] }, path: string) {
    this.#node = node;
    this.#mark = markOf(node);
    this.#names = new Map(nodes.map((name) => [markOf(name), name]));
    this.#path = path;
  }

  /** A GUID that tells which node made it. @param id a new GUID, upper case */
  sign(id: string): string {
    return `${id.slice(0, 14)}8${id.slice(15, 28)}${this.#mark}`;
  }

  /**
   * Where what has this id is, when it is not here.
   * @returns a clause for the fault's sentence; `undefined` when it is this node's own, or nothing tells
   */
  whereIs(id: string, { request }: RequestContext): string | undefined {
    const mark = signed.exec(id)?.[1]?.toUpperCase();
    if (mark === this.#mark) return undefined;
    const cookie = nodeOf(request.headers.get("cookie"));
    const named = (mark === undefined ? undefined : this.#names.get(mark)) ?? (cookie === undefined || markOf(cookie) === this.#mark || !this.#isNode(cookie) ? undefined : cookie);
    if (named === undefined) return mark === undefined || this.#names.size > 0 ? undefined : `it is on another node of this farm, and this is ${this.#node} (the cookie ${cookieName} that came when it was opened leads there)`;
    return `it is on the node ${named} of this farm, and this is ${this.#node} (the cookie ${cookieName}=${named} leads there)`;
  }

  /** Without a list every name may be one. */
  #isNode(name: string): boolean {
    return this.#names.size === 0 || this.#names.has(markOf(name));
  }

  /** Sets the cookie where the client has authenticated and does not send it. Strangers are not told what nodes are called. */
  mark({ request, user }: RequestContext, response: HostResponse): HostResponse {
    if (user === undefined || nodeOf(request.headers.get("cookie")) === this.#node) return response;
    const path = `${request.pathPrefix ?? ""}${this.#path}`;
    const cookie = `${cookieName}=${this.#node}; Path=${path}; HttpOnly; SameSite=Strict${request.connection.secure ? "; Secure" : ""}`;
    return { ...response, headers: [...response.headers, ["Set-Cookie", cookie]] };
  }
}

/** The node that a `Cookie` field names; nothing that could not be one is repeated anywhere. */
function nodeOf(field: string | undefined): string | undefined {
  for (const pair of (field ?? "").split(";")) {
    const equals = pair.indexOf("=");
    if (equals < 0 || pair.slice(0, equals).trim() !== cookieName) continue;
    const value = pair.slice(equals + 1).trim();
    return nodeName.test(value) ? value : undefined;
  }
  return undefined;
}

/** FNV-1a of the name in lower case, 32 bits, eight digits upper case: no secret, and the same on every node. */
function markOf(node: string): string {
  let hash = 0x811c9dc5;
  for (const character of node.toLowerCase()) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(16).toUpperCase().padStart(8, "0");
}
