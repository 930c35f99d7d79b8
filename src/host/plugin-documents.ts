import { FileDocuments } from "../store/documents/file-documents.js";
import { SharedDocuments, type SharedStore } from "../store/documents/shared-documents.js";
import type { StateDirectory } from "./state-directory.js";

/** @returns the documents of one more instance of a plug-in; close them when it has ended */
export type OpenDocuments = (applicationPath: string, pluginName: string) => SharedStore;

/** The durable documents of all plug-ins of a host. A folder has one writer, however many instances a reload makes of its plug-in. */
export function pluginDocuments(state: StateDirectory): OpenDocuments {
  const folders = new Map<string, SharedDocuments>();
  return (applicationPath, pluginName) => {
    const path = state.pluginDirectory(applicationPath, pluginName);
    let documents = folders.get(path);
    if (documents === undefined) folders.set(path, (documents = new SharedDocuments(new FileDocuments(path))));
    return documents.open();
  };
}
