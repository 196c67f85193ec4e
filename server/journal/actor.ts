/** Who acts: the member of the session, as the journal and the documents will name them. */
export type Actor = { readonly userId: string; readonly userName: string };
