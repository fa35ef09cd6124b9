"""From sentences that we wrote to the weights of the learned typer; nothing here is part of the package."""
