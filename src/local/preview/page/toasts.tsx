/** Messages that disappear by themselves. */
import { useEffect } from 'preact/hooks';

export interface ShownToast {
  readonly key: number;
  readonly title: string;
  readonly message: string;
  /** In seconds; negative: it stays until it is closed. */
  readonly seconds: number;
}

export function Toasts({
  toasts,
  close,
}: {
  readonly toasts: readonly ShownToast[];
  readonly close: (key: number) => void;
}) {
  return (
    <div class="toasts" role="status">
      {toasts.map((toast) => (
        <OneToast key={toast.key} toast={toast} close={() => close(toast.key)} />
      ))}
    </div>
  );
}

function OneToast({ toast, close }: { readonly toast: ShownToast; readonly close: () => void }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timer starts once per toast.
  useEffect(() => {
    if (toast.seconds < 0) return;
    const timer = setTimeout(close, toast.seconds * 1000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="toast">
      <div>
        {toast.title === '' ? null : <b>{toast.title}</b>}
        <p>{toast.message}</p>
      </div>
      <button type="button" aria-label="알림 닫기" onClick={close}>
        ×
      </button>
    </div>
  );
}
