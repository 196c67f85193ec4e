type Props = { readonly facts: readonly (readonly [name: string, value: string])[] };

/** What a document says of itself; a fact it has no value for is not said. */
export function DocumentFacts({ facts }: Props) {
  return (
    <dl className="num">
      {facts
        .filter(([, value]) => value !== "")
        .map(([name, value]) => (
          <div key={name} className="doc__fait">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
