/** As many as a screen holds. */
const lines = Array.from({ length: 12 }, (_, index) => index);

/** Rows on their way: the outline of the list, at its heights, so that nothing moves when they come. */
export const RowsSkeleton = ({ label }: { readonly label: string }) => (
  <div className="squelette" role="status" aria-label={label}>
    {lines.map((line) => (
      <div key={line} className="squelette__rang">
        <i />
        <i />
        <i />
      </div>
    ))}
  </div>
);
