/** What a key made of a line that nobody sees. */
export type SecretEdit = { readonly kind: "more"; readonly secret: string } | { readonly kind: "done" } | { readonly kind: "cancelled" };

/** The keys of a terminal in its usual (canonical) mode, which is off while a password is typed. */
export function editSecret(secret: string, key: string): SecretEdit {
  switch (key) {
    case "\r":
    case "\n": return { kind: "done" };
    // Ctrl-C.
    case "\u0003": return { kind: "cancelled" };
    // Ctrl-D ends what was typed; where nothing was, the person wants to leave.
    case "\u0004": return { kind: secret === "" ? "cancelled" : "done" };
    case "\b":
    case "\u007f": return { kind: "more", secret: [...secret].slice(0, -1).join("") };
    // Ctrl-U.
    case "\u0015": return { kind: "more", secret: "" };
    // Ctrl-W.
    case "\u0017": return { kind: "more", secret: secret.replace(/\S*\s*$/u, "") };
    default: return { kind: "more", secret: secret + key };
  }
}
