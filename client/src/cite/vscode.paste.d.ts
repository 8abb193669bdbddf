/** What of VS Code's API for pasting and dropping (final since 1.97) is used; the oldest version supported has none of it. */
declare module "vscode" {
  export class DocumentDropOrPasteEditKind {
    static readonly Empty: DocumentDropOrPasteEditKind;
    static readonly Text: DocumentDropOrPasteEditKind;
    readonly value: string;
    append(...parts: string[]): DocumentDropOrPasteEditKind;
    contains(other: DocumentDropOrPasteEditKind): boolean;
    intersects(other: DocumentDropOrPasteEditKind): boolean;
  }

  export class DocumentPasteEdit {
    constructor(insertText: string | SnippetString, title: string, kind: DocumentDropOrPasteEditKind);
    yieldTo?: readonly DocumentDropOrPasteEditKind[];
  }

  export interface DocumentPasteEditContext {
    readonly only: DocumentDropOrPasteEditKind | undefined;
  }

  export interface DocumentPasteEditProvider {
    prepareDocumentPaste?(
      document: TextDocument,
      ranges: readonly Range[],
      dataTransfer: DataTransfer,
      token: CancellationToken,
    ): void | Thenable<void>;
    provideDocumentPasteEdits?(
      document: TextDocument,
      ranges: readonly Range[],
      dataTransfer: DataTransfer,
      context: DocumentPasteEditContext,
      token: CancellationToken,
    ): ProviderResult<DocumentPasteEdit[]>;
  }

  export interface DocumentDropEdit {
    title?: string;
    kind?: DocumentDropOrPasteEditKind;
    yieldTo?: readonly DocumentDropOrPasteEditKind[];
  }

  export namespace languages {
    export function registerDocumentPasteEditProvider(
      selector: DocumentSelector,
      provider: DocumentPasteEditProvider,
      metadata: {
        readonly providedPasteEditKinds: readonly DocumentDropOrPasteEditKind[];
        readonly copyMimeTypes?: readonly string[];
        readonly pasteMimeTypes?: readonly string[];
      },
    ): Disposable;

    export function registerDocumentDropEditProvider(
      selector: DocumentSelector,
      provider: DocumentDropEditProvider,
      metadata: {
        readonly dropMimeTypes: readonly string[];
        readonly providedDropEditKinds?: readonly DocumentDropOrPasteEditKind[];
      },
    ): Disposable;
  }
}

export {};
