import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * A view whose code comes when it is first drawn; nothing stands in its place until then. That the code does not come is thrown
 * while rendering, so that the page's error boundary says it.
 */
export function lazily<Props extends object>(load: () => Promise<FunctionComponent<Props>>): FunctionComponent<Props> {
  let loaded: FunctionComponent<Props> | null = null;
  return function Lazy(props) {
    const [state, setState] = useState<{ error?: unknown }>({});
    useEffect(() => {
      if (loaded) return;
      load().then(
        (view) => {
          loaded = view;
          setState({});
        },
        (error: unknown) => setState({ error }),
      );
    }, []);
    if (state.error !== undefined) throw state.error;
    const View = loaded;
    return View && <View {...props} />;
  };
}
