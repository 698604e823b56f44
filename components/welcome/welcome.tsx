import { type Language, type Settings } from '@/core/settings';
import { welcomeWords } from '@/core/words/welcome';
import { CategoryPicker } from '../category-picker';

/** What the reader chooses on the first page. */
export interface Choices extends Pick<Settings, 'language' | 'categories' | 'daily'> {
  /** Whether the sample report comes into the library. */
  sample: boolean;
}

interface WelcomeProps {
  choices: Choices;
  working: boolean;
  /** Why the sample was not imported, as a sentence; '' while nothing went wrong. */
  failure: string;
  onChange: (choices: Choices) => void;
  onStart: () => void;
}

/** The first page after installing: what Daodu does, four choices, and on. */
export function Welcome({ choices, working, failure, onChange, onStart }: WelcomeProps) {
  const words = welcomeWords[choices.language];
  const language = (value: Language, label: string, lang: string) => (
    <label>
      <input
        type="radio"
        name="language"
        value={value}
        checked={choices.language === value}
        onChange={() => onChange({ ...choices, language: value })}
      />
      <span lang={lang}>{label}</span>
    </label>
  );
  return (
    <main>
      <h1>
        <img src="/icon/seal.svg" alt="" width="40" height="40" />
        {words.title}
      </h1>
      <ol class="what">
        <li>{words.what1}</li>
        <li>{words.what2}</li>
        <li>{words.what3}</li>
      </ol>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onStart();
        }}
      >
        <fieldset id="language" class="language">
          <legend>{words.language}</legend>
          {language('zh', words.chinese, 'zh-CN')}
          {language('en', words.english, 'en')}
        </fieldset>
        <section id="categories" aria-labelledby="categories-title">
          <h2 id="categories-title">{words.categories}</h2>
          <p class="hint">{words.categoriesHint}</p>
          <CategoryPicker
            chosen={choices.categories}
            language={choices.language}
            onChange={(categories) => onChange({ ...choices, categories })}
          />
        </section>
        <div class="daily">
          <label>
            <input
              id="daily"
              type="checkbox"
              aria-describedby="daily-hint"
              disabled={choices.categories.length === 0}
              checked={choices.daily && choices.categories.length > 0}
              onChange={(event) => onChange({ ...choices, daily: event.currentTarget.checked })}
            />
            {words.daily}
          </label>
          <p id="daily-hint" class="hint">
            {choices.categories.length === 0 && <b>{words.dailyNeedsCategory} </b>}
            {words.dailyHint}
          </p>
        </div>
        <label class="sample">
          <input
            id="sample"
            type="checkbox"
            checked={choices.sample}
            onChange={(event) => onChange({ ...choices, sample: event.currentTarget.checked })}
          />
          {words.sample}
        </label>
        <p>
          <button type="submit" id="start" class="button primary" disabled={working}>
            {working ? words.working : choices.sample ? words.startWithSample : words.start}
          </button>
        </p>
        <p class="failure" role="alert">
          {failure}
          {failure && (
            <>
              {' '}
              <a href="library.html">{words.library}</a>
            </>
          )}
        </p>
      </form>
      <p class="privacy">{words.privacy}</p>
    </main>
  );
}
