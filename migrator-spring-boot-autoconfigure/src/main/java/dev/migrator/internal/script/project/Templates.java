package dev.migrator.internal.script.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ResourceLoader;

/**
 * Finds templates: on the class path, in the file system, or in the project.
 */
public final class Templates {

	private final ResourceLoader resourceLoader;

	private final @Nullable Project project;

	public Templates(ResourceLoader resourceLoader, @Nullable Project project) {
		this.resourceLoader = resourceLoader;
		this.project = project;
	}

	/**
	 * Returns the configured template, or the built-in one.
	 */
	public Template of(BuiltInTemplate builtIn, @Nullable String configured) {
		if (configured == null || configured.isBlank()) {
			return new Template("that is built in", builtIn.text());
		}
		try {
			return new Template(configured, Project.resource(configured, this.project, this.resourceLoader)
				.getContentAsString(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new NewRevisionException("The template " + configured + " cannot be read: " + ex + ".",
					"Correct " + builtIn.property()
							+ ": a path in the project, classpath:... or file:..., or remove it "
							+ "for the built-in template.",
					ex);
		}
	}

}
