/** FacturePro's own sign: on public pages, never beside a société's logo. */
export function ProductMark({ size = 28 }: { size?: number }) {
  return (
    <svg className="logo" style={{ width: size, height: size }} viewBox="0 0 28 28" aria-hidden>
      <rect width="28" height="28" rx="6" fill="var(--encre)" />
      <path
        d="M9 7.5h10M9 12.5h7M9 7.5v13M16 20.5h4"
        fill="none"
        stroke="var(--papier-2)"
        strokeWidth="2.25"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
