package dev.migrator.internal.script;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

import dev.migrator.internal.dialect.lexer.SqlLexer;
import dev.migrator.internal.dialect.lexer.SqlToken;
import dev.migrator.internal.dialect.lexer.SqlToken.CopyData;
import dev.migrator.internal.dialect.lexer.SqlToken.LineComment;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import dev.migrator.internal.dialect.lexer.UnreadableSqlException;
import dev.migrator.internal.script.text.DigestingReader;
import dev.migrator.internal.script.text.HeaderReader;
import dev.migrator.internal.script.text.ParsedScript;
import dev.migrator.internal.script.text.ParsedScript.Section;
import dev.migrator.internal.script.text.ScriptHeader;
import dev.migrator.internal.script.text.ScriptProblems;
import dev.migrator.internal.script.text.SectionDigest;
import dev.migrator.internal.script.text.SectionMarker;
import dev.migrator.internal.script.text.SqlSection;
import dev.migrator.internal.script.text.Utf8Reader.InvalidTextException;
import dev.migrator.revision.Direction;
import org.jspecify.annotations.Nullable;

/**
 * Reads an SQL script once, from its first character to its last, without keeping its
 * text: finds the header, the sections and their problems. An instance reads one script
 * only.
 */
final class SqlScriptParser {

	private final ScriptProblems problems;

	private final HeaderReader header;

	private final DigestingReader reader;

	private final SqlLexer lexer;

	private final Map<Direction, Section> sections = new EnumMap<>(Direction.class);

	private @Nullable OpenSection section;

	private @Nullable CopyData unterminated;

	private boolean headerEnded;

	/**
	 * The first line with SQL outside the sections, or 0.
	 */
	private int sqlOutside;

	private SqlScriptParser(Reader text, ScriptProblems problems) {
		this.problems = problems;
		this.header = new HeaderReader(problems);
		this.reader = new DigestingReader(text);
		this.lexer = new SqlLexer(this.reader);
	}

	/**
	 * Reads a script.
	 * @param text the script
	 * @param problems the list to which problems are added
	 * @return the result, valid only if no problem was added
	 * @throws IOException if the text cannot be read
	 */
	static ParsedScript parse(Reader text, ScriptProblems problems) throws IOException {
		try {
			return new SqlScriptParser(text, problems).parse();
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	private ParsedScript parse() {
		boolean complete = readToTheEnd();
		ScriptHeader facts = this.header.header();
		boolean bare = !this.header.hasRevision() && this.sections.isEmpty();
		if (complete && !this.header.hasRevision()) {
			this.problems.addMissingHeader(this.header.messageLooksLikeRevision(), bare);
		}
		if (this.sqlOutside > 0 && !bare) {
			this.problems.add(this.sqlOutside, "there is SQL outside the sections",
					"put it after a line -- migrator:upgrade or -- migrator:downgrade");
		}
		else if (complete && !bare && !this.sections.containsKey(Direction.UPGRADE)) {
			this.problems.add(1, "there is no upgrade section",
					"add a line -- migrator:upgrade, with nothing after it if there is nothing to do");
		}
		return new ParsedScript(facts, this.sections);
	}

	private boolean readToTheEnd() {
		try {
			for (SqlToken token = this.lexer.next(); token != null; token = this.lexer.next()) {
				read(token);
			}
			endSection(this.reader.offset(), this.reader.endText());
			return true;
		}
		catch (UnreadableSqlException ex) {
			this.problems.add(ex.line(), ex.problem(), ex.remedy());
		}
		catch (UncheckedIOException ex) {
			if (!(ex.getCause() instanceof InvalidTextException invalid)) {
				throw ex;
			}
			this.problems.add(invalid.line(), invalid.problem(), "save the file as UTF-8");
		}
		return false;
	}

	private void read(SqlToken token) {
		if (token instanceof LineComment comment) {
			read(comment);
		}
		else if (token instanceof CopyData data) {
			this.unterminated = data.terminated() ? null : data;
		}
		else {
			add(token);
		}
	}

	private void read(LineComment comment) {
		SectionMarker marker = SectionMarker.of(comment);
		if (marker == null) {
			if (!this.headerEnded) {
				this.header.read(comment.line(), comment.text());
			}
		}
		else if (comment.ownLine()) {
			beginSection(comment, marker);
		}
		else {
			this.problems.add(comment.line(), "\"-- " + marker.text() + "\" does not begin its line",
					"give every section marker a line of its own");
		}
	}

	private void add(@Nullable SqlToken token) {
		if (token == null) {
			return;
		}
		this.headerEnded = true;
		if (this.section == null) {
			this.sqlOutside = (this.sqlOutside > 0) ? this.sqlOutside : token.line();
		}
		else if (token instanceof SqlStatement) {
			this.section.statements++;
		}
	}

	private void beginSection(LineComment comment, SectionMarker marker) {
		add(this.lexer.cut());
		this.headerEnded = true;
		SectionDigest digest = new SectionDigest();
		String checksum = this.reader.endSection(comment.end(), digest);
		endSection(comment.start() - (comment.column() - 1), checksum);
		if (marker.direction() == null) {
			this.problems.add(comment.line(), "unknown section \"-- " + marker.text() + "\"",
					"the sections are -- migrator:upgrade and -- migrator:downgrade");
		}
		this.section = new OpenSection(marker.direction(), comment.line(), comment.end(), digest);
	}

	private void endSection(long end, @Nullable String checksum) {
		OpenSection ended = this.section;
		if (ended == null || ended.direction == null || checksum == null) {
			return;
		}
		SqlSection facts = new SqlSection(ended.markerLine + 1, ended.statements, checksum);
		Section before = this.sections.putIfAbsent(ended.direction, new Section(ended.markerEnd, end, facts));
		if (before != null) {
			this.problems.add(ended.markerLine, "a second " + ended.direction.command()
					+ " section, the first begins in line " + (before.facts().startLine() - 1), "make them one");
		}
		checkCopyData(ended);
	}

	/**
	 * Checks for COPY data without an end. It continues to the end of the file, as in
	 * psql. If it contains markers, the author has most likely forgotten the end.
	 */
	private void checkCopyData(OpenSection ended) {
		int line = ended.markerLine + ended.digest.lastLineLikeAMarker();
		if (this.unterminated != null && line >= this.unterminated.line()) {
			this.problems.add(this.unterminated.line(),
					"the COPY data that begins here has no end before the section marker in line " + line,
					"end it with a line that is \\.");
		}
	}

	/**
	 * The section that is being read.
	 */
	private static final class OpenSection {

		private final @Nullable Direction direction;

		private final int markerLine;

		private final long markerEnd;

		private final SectionDigest digest;

		private int statements;

		OpenSection(@Nullable Direction direction, int markerLine, long markerEnd, SectionDigest digest) {
			this.direction = direction;
			this.markerLine = markerLine;
			this.markerEnd = markerEnd;
			this.digest = digest;
		}

	}

}
