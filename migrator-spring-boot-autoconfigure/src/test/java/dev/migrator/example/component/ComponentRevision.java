package dev.migrator.example.component;

import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;
import org.springframework.stereotype.Component;

@Component("named")
@RevisionScript(revision = "component")
public class ComponentRevision implements JavaRevision {

	@Override
	public void upgrade(Operations op) {
		op.execute("create table component ()");
	}

}
