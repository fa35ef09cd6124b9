"""The network: a sentence's token vectors → for each candidate act its type (or none) and mode.

The sentence is encoded once and without marks; a candidate is read from the vectors of its event word, actors and
recipients, the mean of the sentence, and what the candidate attends to in it.
"""

import torch
from torch import nn

from training.rows import MODES, TYPES, Batch

HIDDEN = 512
PARTS = 3
"""Event word, actors, recipients."""
DROPOUT = 0.2


class Typing(nn.Module):
    """Encoder and heads."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder
        width = int(encoder.config.hidden_size)
        self.absent = nn.Parameter(torch.randn(PARTS, width) * 0.02)
        self.ask = nn.Linear(PARTS * width, width)
        self.hidden = nn.Linear((PARTS + 2) * width, HIDDEN)
        self.types = nn.Linear(HIDDEN, len(TYPES))
        self.modes = nn.Linear(HIDDEN, len(MODES))
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, batch: Batch) -> tuple[torch.Tensor, torch.Tensor]:
        """Scores of the types and of the modes."""
        vectors = self.encoder(input_ids=batch.pieces, attention_mask=batch.masks[:, 0].long()).last_hidden_state
        return self.heads(self.features(vectors, batch.masks))

    def features(self, vectors: torch.Tensor, masks: torch.Tensor) -> torch.Tensor:
        """What is known of each candidate."""
        weights = masks.float()
        counts = weights.sum(-1, keepdim=True)
        means = weights @ vectors / counts.clamp(min=1)
        parts = torch.where(counts[:, 1:] > 0, means[:, 1:], self.absent).flatten(1)
        fit = (vectors @ self.ask(parts)[:, :, None])[:, :, 0] / vectors.shape[-1] ** 0.5
        attended = fit.masked_fill(~masks[:, 0], -1e9).softmax(-1)[:, None] @ vectors
        return torch.cat([means[:, 0], attended[:, 0], parts], -1)

    def heads(self, features: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Scores of the types and of the modes."""
        hidden = self.dropout(nn.functional.gelu(self.hidden(self.dropout(features))))
        return self.types(hidden), self.modes(hidden)
