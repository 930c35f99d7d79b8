/** How a file is replaced so that whatever happens leaves the old or the new one, for rooms that know no store. */
export { writeWhole as writeFileWhole } from "../store/documents/write-whole.js";
