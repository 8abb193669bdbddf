import { RequestType } from "vscode-languageserver";
import { noteMarksOf } from "../../../features/noteMarks.ts";
import { type NoteMarks, type NoteMarksParams, noteMarksRequest } from "../../protocol.ts";
import { noteAt, type RequestContext } from "./context.ts";

/** The verdicts of a note for who renders it. */
export function answerRendering(context: RequestContext): void {
  context.lifecycle.onRequest(
    new RequestType<NoteMarksParams, NoteMarks | null, void>(noteMarksRequest),
    async ({ uri }) => {
      const note = await noteAt(context, uri);
      if (note === null) return null;
      const { workspace, settings } = note.session;
      const source = (sourceUri: string) => workspace.source(sourceUri);
      return noteMarksOf(note.checked, { source, maxLines: settings().hoverMaxLines });
    },
  );
}
