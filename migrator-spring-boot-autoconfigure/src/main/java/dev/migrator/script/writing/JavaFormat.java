package dev.migrator.script.writing;

import java.nio.file.Path;
import java.util.Map;

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
			throw new NewRevisionException("A Java revision goes to a package, not to a location.",
					"Leave --location out, and set migrator.java-package for another package.");
		}
		Path folder = this.project.java().resolve(packageName().replace('.', '/'));
		String name = JavaNames.className(Slug.of(draft.message().title(), this.settings.slugLength()), draft.id(),
				(candidate) -> JavaNames.isIn(folder, candidate)
						|| ClassUtils.isPresent(packageName() + "." + candidate, null));
		return folder.resolve(name + ".java");
	}

	private String packageName() {
		if (this.packageName == null) {
			throw new NewRevisionException(
					"There is no package for a new Java revision: the package of the application is not known, and "
							+ "there is no Java revision yet.",
					"Set migrator.java-package.");
		}
		return this.packageName;
	}

	@Override
	public String text(Draft draft, Path file) {
		Revision revision = draft.revision();
		String name = file.getFileName().toString().replace(".java", "");
		return this.templates.of(BuiltInTemplate.JAVA, this.settings.javaTemplate())
			.fill(Map.of("package", packageName(), "class", name, "message", JavaLiteral.of(revision.message()),
					"revision", JavaLiteral.of(revision.id()), "revises", JavaLiteral.of(revision.downRevisions()),
					"created", JavaLiteral.of(draft.createdText()), "dependsOn", JavaLiteral.of(revision.dependsOn()),
					"branchLabels", JavaLiteral.of(revision.branchLabels()), "upgrade",
					draft.wanted().upgrade().strip(), "downgrade", draft.wanted().downgrade().strip()));
	}

	@Override
	public Revision read(String text, Path file) {
		Revision revision = JavaSource.read(file.toString(), text);
		if (revision == null) {
			throw new NewRevisionException("There is no class with @RevisionScript in it.",
					"Let the template write one.");
		}
		return revision;
	}

}
