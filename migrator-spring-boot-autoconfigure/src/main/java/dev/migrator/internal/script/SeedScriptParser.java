package dev.migrator.internal.script;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Objects;

import dev.migrator.internal.dialect.lexer.SqlLexer;
import dev.migrator.internal.dialect.lexer.SqlToken;
import dev.migrator.internal.dialect.lexer.SqlToken.LineComment;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import dev.migrator.internal.dialect.lexer.UnreadableSqlException;
import dev.migrator.internal.script.text.DigestingReader;
import dev.migrator.internal.script.text.ParsedScript;
import dev.migrator.internal.script.text.ScriptProblems;
import dev.migrator.internal.script.text.SectionDigest;
import dev.migrator.internal.script.text.SectionMarker;
import dev.migrator.internal.script.text.SqlSection;
import dev.migrator.internal.script.text.Utf8Reader.InvalidTextException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a seed script once, without keeping its text: finds its checksum and its
 * problems.
 */
final class SeedScriptParser {

	private SeedScriptParser() {
	}

	/**
	 * Reads a script.
	 * @param text the script, without a byte order mark
	 * @param problems the list to which problems are added
	 * @return the whole script as one section, or {@code null} if it cannot be read
	 * @throws IOException if the text cannot be read
	 */
	static ParsedScript.@Nullable Section parse(Reader text, ScriptProblems problems) throws IOException {
		try {
			return read(text, problems);
		}
		catch (UnreadableSqlException ex) {
			problems.add(ex.line(), ex.problem(), ex.remedy());
		}
		catch (UncheckedIOException ex) {
			if (!(ex.getCause() instanceof InvalidTextException invalid)) {
				throw ex.getCause();
			}
			problems.add(invalid.line(), invalid.problem(), "save the file as UTF-8");
		}
		return null;
	}

	private static ParsedScript.Section read(Reader text, ScriptProblems problems) {
		DigestingReader reader = new DigestingReader(text);
		reader.endSection(0, SectionDigest.ofWholeText());
		SqlLexer lexer = new SqlLexer(reader);
		int statements = 0;
		for (SqlToken token = lexer.next(); token != null; token = lexer.next()) {
			if (token instanceof SqlStatement) {
				statements++;
			}
			else if (token instanceof LineComment comment && SectionMarker.of(comment) != null) {
				problems.add(comment.line(),
						"\"--" + comment.text() + "\" begins a section, but a seed script has none",
						"remove the line, or move the script to the revisions (migrator.locations)");
			}
		}
		String checksum = Objects.requireNonNull(reader.endText());
		return new ParsedScript.Section(0, reader.offset(), new SqlSection(1, statements, checksum));
	}

}
