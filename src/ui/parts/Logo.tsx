/** The compass rose of Portolan. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 24 24" className="shrink-0 text-accent">
      <circle cx="12" cy="12" r="10.6" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <path
        d="M12 3.6c.5 5 3.400 7.900 8.400 8.400-5 .5-7.900 3.400-8.400 8.400-.5-5-3.400-7.900-8.400-8.400 5-.5 7.900-3.400 8.400-8.400Z"
        fill="currentColor"
      />
    </svg>
  );
}
