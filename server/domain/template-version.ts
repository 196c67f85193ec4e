/**
 * Version of the page templates, written in the snapshot of each issued document: a document drawn again, years later,
 * says by which one. It grows with every change of `server/documents/templates` (a test holds it).
 */
export const TEMPLATE_VERSION = 3;
