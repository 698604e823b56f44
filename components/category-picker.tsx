import { useId, useState } from 'preact/hooks';
import { CATEGORIES } from '@/core/arxiv/categories';
import { findCategories } from '@/core/category-search';
import type { Language } from '@/core/settings';
import { categoryWords, groupWords } from '@/core/words/categories';
import { fill } from '@/core/words/words';

interface CategoryPickerProps {
  chosen: readonly string[];
  language: Language;
  onChange: (chosen: string[]) => void;
}

/** Chooses arXiv categories: those chosen on top, a search, and all that match by subject. */
export function CategoryPicker({ chosen, language, onChange }: CategoryPickerProps) {
  const [query, setQuery] = useState('');
  const searchId = useId();
  const words = categoryWords[language];
  const groups = findCategories(CATEGORIES, query);
  const count = groups.reduce((sum, group) => sum + group.categories.length, 0);
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <div class="categories">
      {chosen.length > 0 && (
        <ul class="chosen" aria-label={fill(words.chosen, { n: chosen.length })}>
          {chosen.map((id) => (
            <li key={id}>
              <button type="button" aria-label={fill(words.unchoose, { id })} onClick={() => toggle(id)}>
                {id} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <label class="visually-hidden" for={searchId}>
        {words.search}
      </label>
      <input
        id={searchId}
        type="search"
        placeholder={words.search}
        value={query}
        autocomplete="off"
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <p class="visually-hidden" role="status">
        {query && fill(words.found, { n: count })}
      </p>
      <div class="groups">
        {count === 0 && <p>{words.nothing}</p>}
        {groups.map(({ group, categories }) => (
          <fieldset key={group}>
            <legend>{groupWords[language][group]}</legend>
            {categories.map((category) => (
              <label key={category.id}>
                <input type="checkbox" checked={chosen.includes(category.id)} onChange={() => toggle(category.id)} />
                <span class="id">{category.id}</span> {category[language]}
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </div>
  );
}
