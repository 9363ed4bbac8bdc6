package dev.migrator.internal.script.writing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

import dev.migrator.internal.script.SqlScriptReader;
import dev.migrator.internal.script.project.BuiltInTemplate;
import dev.migrator.internal.script.project.ScriptFolders;
import dev.migrator.internal.script.project.Template;
import dev.migrator.internal.script.project.Templates;
import dev.migrator.revision.Revision;
import org.springframework.core.io.ByteArrayResource;

/**
 * Writes revisions as SQL files.
 */
final class SqlFormat implements ScriptFormat {

	/**
	 * The lines that separate the header from an empty message.
	 */
	private static final Pattern EMPTY_BEGINNING = Pattern.compile("\\A(?:--\\n)+");

	private final WritingSettings settings;

	private final ScriptFolders folders;

	private final SqlScriptReader reader;

	private final Templates templates;

	SqlFormat(WritingSettings settings, ScriptFolders folders, SqlScriptReader reader, Templates templates) {
		this.settings = settings;
		this.folders = folders;
		this.reader = reader;
		this.templates = templates;
	}

	@Override
	public Path file(Draft draft) {
		Slug slug = Slug.of(draft.message().title(), this.settings.slugLength());
		String path = new FileTemplate(this.settings.fileTemplate()).path(draft.id(), slug, draft.created());
		return this.folders.choose(draft.wanted().location(), draft.parents()).resolve(path);
	}

	@Override
	public String text(Draft draft, Path file) {
		Revision revision = draft.revision();
		NewRevision wanted = draft.wanted();
		String text = template(wanted).fill(Map.of("message", draft.message().inSql(this.reader), "revision",
				revision.id(), "revises", String.join(", ", revision.downRevisions()), "created", draft.createdText(),
				"dependsOn", String.join(", ", revision.dependsOn()), "branchLabels",
				String.join(", ", revision.branchLabels()), "transaction", wanted.transaction() ? "" : "none",
				"upgrade", wanted.upgrade().strip(), "downgrade", wanted.downgrade().strip()));
		return EMPTY_BEGINNING.matcher(text).replaceFirst("");
	}

	private Template template(NewRevision wanted) {
		Template template = this.templates.of(BuiltInTemplate.SQL, this.settings.sqlTemplate());
		if (!wanted.transaction()) {
			template.require("transaction", "which a revision without a transaction needs",
					"the line \"-- transaction: ${transaction}\" to its header");
		}
		return template;
	}

	@Override
	public Revision read(String text, Path file) {
		return this.reader.read(new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)), file.toString())
			.revision();
	}

}
