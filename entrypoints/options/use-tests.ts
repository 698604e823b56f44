import { useEffect, useRef, useState } from 'preact/hooks';
import type { ShownModel, TestState } from '@/components/options/model-row';
import { testConnection } from '@/core/model/test-connection';
import type { Language } from '@/core/settings';
import { errorWords } from '@/core/words/errors';
import { modelWords } from '@/core/words/models';
import { fill } from '@/core/words/words';
import { ensureModelReachable } from '@/messages/ollama-origin';
import { requestOrigin } from '@/messages/permissions';
import { readModel } from '@/storage/models';
import { clock } from '../background/clock';
import { toSentence } from './sentence';
import { notedFetch } from '../background/noted-fetch';

async function runTest(model: ShownModel, signal: AbortSignal, language: Language): Promise<TestState> {
  const words = modelWords[language];
  await ensureModelReachable(model);
  const keyed = await readModel(model.id);
  if (!keyed) return { kind: 'failed', message: errorWords[language].unknown, originHelp: false };
  const outcome = await testConnection(keyed.config, {
    fetch: notedFetch('model'),
    key: keyed.key,
    clock,
    signal,
  });
  if (outcome.ok) {
    const seconds = (outcome.milliseconds / 1_000).toFixed(1);
    const answered = outcome.model ?? model.model;
    return { kind: 'ok', message: fill(words.testOk, { model: answered, seconds }) };
  }
  const otherSite = outcome.site === undefined ? '' : fill(words.otherSite, { site: outcome.site });
  const message = [errorWords[language][outcome.code], otherSite].filter(Boolean).join(language === 'zh' ? '' : ' ');
  return { kind: 'failed', message, originHelp: outcome.code === 'model-origin' && model.protocol === 'ollama' };
}

/** 测试连接 for each model: what became of it, and how to begin and to stop one. */
export function useTests(language: Language) {
  const [tests, setTests] = useState<Readonly<Record<string, TestState | null>>>({});
  const running = useRef(new Map<string, AbortController>());
  useEffect(() => () => running.current.forEach((controller) => controller.abort()), []);

  const stop = (id: string) => {
    running.current.get(id)?.abort();
    running.current.delete(id);
    setTests((before) => ({ ...before, [id]: null }));
  };
  const start = (model: ShownModel) => {
    // First of all, for the click's sake: readers may have taken the permission back. Where it is there, nothing is asked.
    const asked = requestOrigin(model.baseUrl);
    stop(model.id);
    const controller = new AbortController();
    running.current.set(model.id, controller);
    setTests((before) => ({ ...before, [model.id]: { kind: 'running' } }));
    const finish = (state: TestState) => {
      if (running.current.get(model.id) !== controller) return;
      running.current.delete(model.id);
      setTests((before) => ({ ...before, [model.id]: state }));
    };
    const denied = fill(modelWords[language].testDenied, { host: new URL(model.baseUrl).host });
    void asked
      .then((granted): TestState | Promise<TestState> =>
        granted ? runTest(model, controller.signal, language) : { kind: 'failed', message: denied, originHelp: false },
      )
      .then(finish, (cause: unknown) => {
        console.error(cause);
        finish({ kind: 'failed', message: toSentence(cause, language), originHelp: false });
      });
  };
  return { tests, start, stop };
}
