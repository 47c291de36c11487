/** A dialog of the script, in the middle of the page. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ButtonName, Dialog, DialogAnswer } from '../../host/run.ts';

const CAPTIONS: Readonly<Record<ButtonName, string>> = {
  OK: '확인',
  CANCEL: '취소',
  YES: '예',
  NO: '아니요',
  CLOSE: '닫기',
};

export function QuestionDialog({
  dialog: { kind, title, message, buttons },
  answer,
}: {
  readonly dialog: Dialog;
  readonly answer: (answer: DialogAnswer) => void;
}) {
  const element = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  useEffect(() => element.current?.showModal(), []);
  // The name of a button set lists its buttons, such as `OK_CANCEL`.
  const names = buttons.split('_') as ButtonName[];
  const [first = 'OK'] = names;
  return (
    <dialog
      ref={element}
      aria-labelledby="question-title"
      onCancel={(event) => {
        event.preventDefault();
        answer({ button: 'CLOSE', text });
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          answer({ button: first, text });
        }}
      >
        <h2 id="question-title">{title === '' ? '알림' : title}</h2>
        <p class="question">{message}</p>
        {kind === 'prompt' ? (
          <input
            aria-label="답"
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
            // An Enter that ends a Hangul syllable must not answer the dialog.
            onKeyDown={(event) => {
              if (event.key === 'Enter' && event.isComposing) event.preventDefault();
            }}
          />
        ) : null}
        <div class="choices">
          {[...names].reverse().map((name) => (
            <button
              key={name}
              type={name === first ? 'submit' : 'button'}
              class={name === first ? 'main' : ''}
              {...(name === first ? {} : { onClick: () => answer({ button: name, text }) })}
            >
              {CAPTIONS[name]}
            </button>
          ))}
        </div>
      </form>
    </dialog>
  );
}
