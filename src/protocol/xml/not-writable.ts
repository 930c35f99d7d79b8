/** A value that cannot be written as XML; the message is one sentence that says where and what is wrong. */
export class NotWritable extends Error {}
