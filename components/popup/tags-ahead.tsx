/** A paper's tags until they can be changed, as large as they will be then. */
export function TagsAhead({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return null;
  return (
    <div class="here-tags">
      <span class="tag-chips">
        {tags.map((tag) => (
          <span key={tag} class="chip">
            <span>#{tag}</span>
          </span>
        ))}
      </span>
    </div>
  );
}
