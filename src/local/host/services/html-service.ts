import { ServiceError } from '../errors.ts';
import type { Run } from '../run.ts';
import { Service } from '../service.ts';

/** Pages for sidebars and dialogs. */
export class HtmlService extends Service {
  readonly run: Run;

  constructor(run: Run) {
    super();
    this.run = run;
  }

  override get serviceName(): string {
    return 'HtmlService';
  }

  createHtmlOutput(html: unknown = ''): HtmlOutput {
    return new HtmlOutput(String(html));
  }

  createHtmlOutputFromFile(filename: unknown): HtmlOutput {
    const name = String(filename).replace(/\.html$/, '');
    const html = this.run.html[name];
    if (html === undefined) {
      throw new ServiceError(`No HTML file named ${name} was found.`);
    }
    return new HtmlOutput(html);
  }
}

/** One page. */
export class HtmlOutput extends Service {
  content: string;
  title = '';
  width: number | null = null;
  height: number | null = null;

  constructor(content: string) {
    super();
    this.content = content;
  }

  override get serviceName(): string {
    return 'HtmlOutput';
  }

  append(addedContent: unknown): this {
    this.content += String(addedContent);
    return this;
  }

  getContent(): string {
    return this.content;
  }

  setContent(content: unknown): this {
    this.content = String(content);
    return this;
  }

  getTitle(): string {
    return this.title;
  }

  setTitle(title: unknown): this {
    this.title = String(title);
    return this;
  }

  getWidth(): number | null {
    return this.width;
  }

  setWidth(width: unknown): this {
    this.width = Number(width);
    return this;
  }

  getHeight(): number | null {
    return this.height;
  }

  setHeight(height: unknown): this {
    this.height = Number(height);
    return this;
  }
}
