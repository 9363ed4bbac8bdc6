package dev.migrator.internal.script.writing;

import java.nio.file.Path;
import java.util.Map;

import dev.migrator.internal.script.project.BuiltInTemplate;
import dev.migrator.internal.script.project.JavaSource;
import dev.migrator.internal.script.project.NewRevisionException;
import dev.migrator.internal.script.project.Project;
import dev.migrator.internal.script.project.Template;
import dev.migrator.internal.script.project.Templates;
import dev.migrator.revision.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * Writes revisions as Java classes.
 */
final class JavaFormat implements ScriptFormat {

	private final WritingSettings settings;

	private final @Nullable Project project;

	private final @Nullable String packageName;

	private final Templates templates;

	JavaFormat(WritingSettings settings, @Nullable Project project, @Nullable String packageName, Templates templates) {
		this.settings = settings;
		this.project = project;
		this.packageName = packageName;
		this.templates = templates;
	}

	@Override
	public Path file(Draft draft) {
		if (this.project == null) {
			throw Project.missing();
		}
		if (draft.wanted().location() != null) {
			throw new NewRevisionException("A Java revision is written to a package, not to a location.",
					"Leave --location out, and set migrator.new-scripts.java-package for another package.");
		}
		Path folder = this.project.java().resolve(packageName().replace('.', '/'));
		String name = JavaNames.className(Slug.of(draft.message().title(), this.settings.slugLength()), draft.id(),
				JavaImports.of(draft.wanted().imports()).types(), (candidate) -> JavaNames.isIn(folder, candidate)
						|| ClassUtils.isPresent(packageName() + "." + candidate, null));
		return folder.resolve(name + ".java");
	}

	private String packageName() {
		if (this.packageName == null) {
			throw new NewRevisionException(
					"There is no package for a new Java revision: the package of the application is not known, and "
							+ "there is no Java revision yet.",
					"Set migrator.new-scripts.java-package.");
		}
		return this.packageName;
	}

	@Override
	public String text(Draft draft, Path file) {
		Revision revision = draft.revision();
		NewRevision wanted = draft.wanted();
		Template template = template(wanted);
		String name = file.getFileName().toString().replace(".java", "");
		return template.fill(Map.ofEntries(Map.entry("package", packageName()), Map.entry("class", name),
				Map.entry("imports", JavaImports.of(wanted.imports()).text()),
				Map.entry("message", JavaLiteral.of(revision.message())),
				Map.entry("revision", JavaLiteral.of(revision.id())),
				Map.entry("revises", JavaLiteral.of(revision.downRevisions())),
				Map.entry("created", JavaLiteral.of(draft.createdText())),
				Map.entry("dependsOn", JavaLiteral.of(revision.dependsOn())),
				Map.entry("branchLabels", JavaLiteral.of(revision.branchLabels())),
				Map.entry("transaction", wanted.transaction() ? "" : "false"),
				Map.entry("upgrade", wanted.upgrade().strip()), Map.entry("downgrade", wanted.downgrade().strip())));
	}

	private Template template(NewRevision wanted) {
		Template template = this.templates.of(BuiltInTemplate.JAVA, this.settings.javaTemplate());
		if (!wanted.imports().isEmpty()) {
			template.require("imports", "which the imports of " + String.join(", ", wanted.imports()) + " need",
					"a line with it below the package");
		}
		if (!wanted.transaction()) {
			template.require("transaction", "which a revision without a transaction needs",
					"transactional = ${transaction} to its annotation");
		}
		return template;
	}

	@Override
	public Revision read(String text, Path file) {
		Revision revision = JavaSource.read(file.toString(), text);
		if (revision == null) {
			throw new NewRevisionException("There is no class with @RevisionScript in it.", "Add one to the template.");
		}
		return revision;
	}

}
